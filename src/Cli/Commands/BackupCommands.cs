using System.CommandLine;
using Trellis.Kernel.Terminal;
using Trellis.Web.Backup;
using Trellis.Web.Hosting;

namespace Trellis.Cli.Commands;

internal static class BackupCommands
{
    public static Command MakeBackup(CommandHost host, PlaceOptions places)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The zip to make" };
        var command = host.Make("backup", "Put database and keys into one zip, while the pages go on", async (run, ct) =>
        {
            var place = Place.Of(places.Configuration(run.Asked));
            var target = run.Asked.GetRequiredValue(file);
            if (target.Exists)
            {
                return run.Fail(ExitCode.Refused, "There is a file with this name already.");
            }

            if (place.Postgres is null && !File.Exists(place.DatabaseFile))
            {
                return run.Fail(ExitCode.NotFound, $"There is no database in {place.Folder}.");
            }

            var manifest = await run.Progress.ShowAsync("Backing up", progress => BackupWriter.WriteAsync(place, target.FullName, TimeProvider.System, progress, ct));
            return run.Answer(
                ExitCode.Done,
                new { file = target.FullName, manifest.Database, manifest.Migration, parts = manifest.Parts.Count, bytes = manifest.Parts.Sum(p => p.Bytes) },
                $"{manifest.Parts.Count:N0} parts, {manifest.Parts.Sum(p => p.Bytes):N0} bytes before packing, in {target.FullName}",
                "Whoever has this file can read everything in it. Keep it as safe as the service itself.");
        });
        command.Arguments.Add(file);
        return command;
    }

    public static Command MakeRestore(CommandHost host, PlaceOptions places)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A zip that the backup command made" };
        var replace = new Option<bool>("--replace") { Description = "Put it in the place of what is there" };
        var command = host.Make("restore", "Bring database and keys back from a backup: all of it, or nothing", async (run, ct) =>
        {
            var source = run.Asked.GetRequiredValue(file);
            if (!source.Exists)
            {
                return run.Fail(ExitCode.BadFile, "There is no such file.");
            }

            var place = Place.Of(places.Configuration(run.Asked));
            try
            {
                await run.Progress.ShowAsync("Restoring", async progress =>
                {
                    await BackupReader.RestoreAsync(place, source.FullName, run.Asked.GetValue(replace), progress, ct);
                    return true;
                });
            }
            catch (BadBackupException bad)
            {
                return run.Fail(ExitCode.BadFile, $"This backup cannot be used, and nothing was changed: {bad.Message}");
            }
            catch (PlaceInUseException inUse)
            {
                return run.Fail(ExitCode.Refused, inUse.Message);
            }

            // Brings an older backup to this version, and erases again who was erased since it was made.
            await run.ServicesAsync(mustExist: true, ct);
            return run.Answer(ExitCode.Done, new { restored = source.FullName, place.Folder }, $"Restored. Check it with: trellis audit verify");
        });
        command.Arguments.Add(file);
        command.Options.Add(replace);
        return command;
    }
}
