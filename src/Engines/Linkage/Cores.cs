using System.Runtime.ExceptionServices;

namespace Trellis.Linkage;

/// <summary>Work shared among cores, a piece at a time.</summary>
/// <remarks>In place of the framework's parallel loops: those are compiled anew for each kind of state, which in a short run costs more than some of the work.</remarks>
internal static class Cores
{
    /// <summary>Does all pieces, from 0, in any order.</summary>
    /// <param name="pieces">How many there are.</param>
    /// <param name="parallel">How many cores, and what stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <param name="work">Given the number of a piece; where it fails no further piece is begun, and the first failure is thrown.</param>
    public static void Share(int pieces, ParallelOptions parallel, Action<int> work) => Share(pieces, parallel, () => work, (_, piece) => work(piece));

    /// <summary>The same with a state for each core, which is made where there is work for it.</summary>
    public static void Share<T>(int pieces, ParallelOptions parallel, Func<T> begin, Action<T, int> work)
        where T : class
    {
        var next = -1;
        ExceptionDispatchInfo? failure = null;
        void Take()
        {
            T? state = null;
            try
            {
                while (Volatile.Read(ref failure) is null && Interlocked.Increment(ref next) is var piece && piece < pieces)
                {
                    parallel.CancellationToken.ThrowIfCancellationRequested();
                    work(state ??= begin(), piece);
                }
            }
            catch (Exception thrown)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(thrown), null);
            }
        }

        parallel.CancellationToken.ThrowIfCancellationRequested();
        var cores = parallel.MaxDegreeOfParallelism > 0 ? parallel.MaxDegreeOfParallelism : Environment.ProcessorCount;
        var others = new Task[Math.Max(0, Math.Min(cores, pieces) - 1)];
        for (var i = 0; i < others.Length; i++)
        {
            others[i] = Task.Run(Take);
        }

        Take();
        // Of those that never came to run, waiting makes short work here.
        Task.WaitAll(others);
        failure?.Throw();
    }
}
