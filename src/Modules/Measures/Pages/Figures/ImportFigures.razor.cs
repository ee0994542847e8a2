using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Calendar;
using Trellis.Measures.Importing;
using Trellis.Tables;

namespace Trellis.Measures.Pages.Figures;

public sealed class UploadForm
{
    public TypedDate AsAt { get; set; } = new();
}

public sealed partial class ImportFigures
{
    private List<FigureUpload> waiting = [];

    [Inject]
    private UploadService Uploads { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "upload")]
    private UploadForm? Form { get; set; }

    protected override async Task LoadAsync()
    {
        Form ??= new UploadForm();
        waiting = await Uploads.WaitingAsync(Gone);
    }

    private async Task SendAsync()
    {
        var (asAt, wrong) = Form!.AsAt.IsEmpty ? (null, null) : Form.AsAt.Read("Day of publication");
        if (wrong is not null)
        {
            Errors.Add("Form.AsAt.Day", wrong);
            return;
        }

        var files = Http.Request.Form.Files.GetFiles("Form.Files").Where(f => f.Length > 0).ToList();
        if (files.Sum(f => f.Length) > ColumnTableReader.Limits.Bytes)
        {
            Errors.Add("Form.Files", $"The files are larger than {ColumnTableReader.Limits.Bytes / (1024 * 1024)} MB");
            return;
        }

        var given = new List<GivenFile>();
        foreach (var file in files)
        {
            var bytes = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, Gone);
            given.Add(new GivenFile(file.FileName, bytes));
        }

        var staged = await Uploads.StageAsync(given, asAt, User.Doing("Read published figures"), Gone);
        if (Done(staged))
        {
            GoTo($"/measures/figures/import/{staged.Value!.Id}");
        }
    }
}
