using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Trellis.Kernel;

/// <summary>
/// Version 7 ids, in the order in which they were made: 48 bits of milliseconds, 12 that count within one, 62 at random.
/// What was made first sorts first, on both databases, also within the same instant.
/// </summary>
public static class ThingId
{
    private const int MostInAnInstant = 0x1000;

    /// <summary>Of each clock its own: hosts side by side in one process, each with its clock, must not set each other back.</summary>
    private static readonly ConditionalWeakTable<TimeProvider, Counter> Counters = [];

    public static Guid New(TimeProvider clock)
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        var (instant, count) = Counters.GetOrCreateValue(clock).Next(clock.GetUtcNow().ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt64BigEndian(bytes, instant << 16);
        bytes[6] = (byte)(0x70 | (count >> 8));
        bytes[7] = (byte)count;
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    private sealed class Counter
    {
        private readonly Lock _gate = new();
        private long _instant;
        private int _count;

        /// <summary>The instant and the number within it. A clock set back (a test's, or after a correction) begins anew there.</summary>
        public (long Instant, int Count) Next(long now)
        {
            lock (_gate)
            {
                // More than fit into one millisecond run on into the next; a clock that lags by a second or more was set back.
                var continues = now <= _instant && _instant - now < 1000;
                if (!continues)
                {
                    (_instant, _count) = (now, 0);
                }
                else if (++_count == MostInAnInstant)
                {
                    (_instant, _count) = (_instant + 1, 0);
                }

                return (_instant, _count);
            }
        }
    }
}
