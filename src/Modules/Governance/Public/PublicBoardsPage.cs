using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel.Pages;

namespace Trellis.Governance.Public;

/// <summary>A page for anybody about the boards that are open.</summary>
public abstract class PublicBoardsPage : PublicPage
{
    protected static readonly LinkItem[] Top = [new("Boards and meetings", "/public/boards")];

    [Inject]
    protected PublicBoards Boards { get; private set; } = null!;
}
