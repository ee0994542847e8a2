using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Trellis.GovUk;
using Trellis.Kernel;
using Trellis.StatutoryReturns.Checking;
using Trellis.StatutoryReturns.Uploads;

namespace Trellis.StatutoryReturns.Pages;

public sealed class CheckForm
{
    public string? Year { get; set; }
    public string? Keep { get; set; }
    public string? Months { get; set; }

    /// <summary>The return that was checked before, with corrected files of which this is about.</summary>
    public string? After { get; set; }
}

public sealed partial class CheckReturn
{
    private const string Forget = "forget";
    private const string Keep = "keep";
    private const string UsualMonths = "12";

    private static readonly List<Choice> choices =
    [
        new(Forget, "Check and forget") { Hint = "Nothing is written down: not on a disk, not in a log. The result is there for you alone, for 30 minutes after you last looked at it" },
        new(Keep, "Keep") { Hint = "The files are kept encrypted, for you and those whom you name. Failures can be explained and given to others, figures can go to the measures, and you can delete it all at any time" },
    ];

    private CheckedReturn? earlier;

    [Inject]
    private UploadService Uploads { get; set; } = null!;

    [Inject]
    private OpenReturns Open { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "check")]
    private CheckForm? Form { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    protected override async Task LoadAsync()
    {
        Form ??= new CheckForm { Keep = Forget, Months = UsualMonths, After = After };
        if (Guid.TryParse(Form.After, out var before))
        {
            earlier = await Uploads.OpenAsync(before, User.AccountId, Gone);
        }

        if (!IsPost && earlier is { IsKept: true })
        {
            Form.Keep = Keep;
        }
    }

    private async Task SendAsync()
    {
        var year = ReadYear();
        var files = await FilesAsync("Form.Files", false);
        files.AddRange(await FilesAsync("Form.Last", true));
        if (!files.Exists(f => !f.IsLastYear))
        {
            Errors.Add("Form.Files", "Choose the files of the return");
        }
        else if (files.Count > GivenReturn.MostFiles)
        {
            Errors.Add("Form.Files", $"Choose up to {GivenReturn.MostFiles} files");
        }

        var months = int.TryParse(Form!.Months, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        if (Form.Keep == Keep && months is < 1 or > UploadService.MostMonths)
        {
            Errors.Add("Form.Months", $"Enter for how many months it shall be kept, from 1 to {UploadService.MostMonths}");
        }

        if (Errors.Any)
        {
            return;
        }

        var given = new GivenReturn(files, year, await Uploads.AuthorityAsync(Gone));
        var read = await given.CheckAsync(ThingId.New(Clock), User.AccountId!.Value, Form.Keep == Keep, earlier, Clock.GetUtcNow(), Gone);
        if (!Done(read))
        {
            return;
        }

        if (Form.Keep != Keep)
        {
            Open.Add(read.Value!);
            GoTo($"/returns/{read.Value!.Id}");
        }
        else if (Done(await Uploads.KeepAsync(read.Value!, files, months, earlier is { IsKept: true } ? earlier.Id : null, User.Doing("Kept a return"), Gone)))
        {
            GoTo($"/returns/{read.Value!.Id}", "The return is kept.");
        }
    }

    private int? ReadYear()
    {
        if (string.IsNullOrWhiteSpace(Form!.Year))
        {
            return null;
        }

        if (int.TryParse(Form.Year.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100)
        {
            return year;
        }

        Errors.Add("Form.Year", "Enter the collection year as four digits, for example 2026");
        return null;
    }

    private async Task<List<GivenFile>> FilesAsync(string field, bool lastYear)
    {
        var files = new List<GivenFile>();
        foreach (var file in Http.Request.Form.Files.GetFiles(field).Where(f => f.Length > 0))
        {
            var bytes = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, Gone);
            files.Add(new GivenFile(Path.GetFileName(file.FileName), lastYear, bytes));
        }

        return files;
    }
}
