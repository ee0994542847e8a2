using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Trellis.Kernel.Files;
using Trellis.Kernel.Things;

namespace Trellis.Plans.Pages.Items;

public sealed class NoteForm
{
    public string? Text { get; set; }
}

public sealed partial class WriteNote
{
    [Parameter]
    public string Folder { get; set; } = "";

    [Inject]
    private PlanAccess Access { get; set; } = null!;

    [Inject]
    private NoteService Notes { get; set; } = null!;

    [SupplyParameterFromForm]
    private NoteForm? Form { get; set; }

    protected override async Task<bool> MaySeeAsync(PlanItem item) => ItemKind.Of(item).Folder == Folder && await Access.MayUpdateItemAsync(item, Gone);

    protected override Task LoadAsync(Plan plan, PlanItem item)
    {
        Form ??= new NoteForm();
        return Task.CompletedTask;
    }

    private async Task SaveAsync()
    {
        var files = new List<UploadedFile>();
        foreach (var file in Http.Request.Form.Files.Where(f => f.FileName.Length > 0))
        {
            files.Add(await ReadAsync(file));
        }

        if (Done(await Notes.WriteAsync(Item!.Id, Form!.Text ?? "", files, User.Doing("Wrote a note"), Gone)))
        {
            GoTo(Here, "Your note was saved.");
        }
    }

    /// <summary>One byte more than is allowed is enough to know that a file is too large.</summary>
    private async Task<UploadedFile> ReadAsync(IFormFile file)
    {
        var bytes = new byte[(int)Math.Min(file.Length, StoredFile.LargestBytes + 1L)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, Gone);
        return new UploadedFile(file.FileName, bytes);
    }
}
