using Microsoft.AspNetCore.Components;

namespace Trellis.Risks.Pages.Matrix;

public sealed partial class EditMatrix
{
    [Inject]
    private MatrixService Matrices { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "likelihoods")]
    private int? Likelihoods { get; set; }

    [SupplyParameterFromQuery(Name = "impacts")]
    private int? Impacts { get; set; }

    [SupplyParameterFromQuery(Name = "levels")]
    private int? Levels { get; set; }

    [SupplyParameterFromForm]
    private MatrixForm? Form { get; set; }

    protected override async Task LoadAsync()
    {
        if (Form is { IsWhole: true })
        {
            return;
        }

        var matrix = await Matrices.GetAsync(Gone);
        Form = MatrixForm.Of(
            matrix, Size(Likelihoods ?? matrix.Likelihoods.Count, RiskMatrix.Smallest, RiskMatrix.Largest),
            Size(Impacts ?? matrix.Impacts.Count, RiskMatrix.Smallest, RiskMatrix.Largest), Size(Levels ?? matrix.Bands.Count, RiskMatrix.FewestBands, RiskMatrix.MostBands));

        static int Size(int asked, int least, int most) => Math.Clamp(asked, least, most);
    }

    private async Task SaveAsync()
    {
        if (Done(await Matrices.SaveAsync(Form!.Version, Form.Read(), User.Doing("Changed the matrix of risks"), Gone)))
        {
            GoTo("/risks", "The matrix is saved, and the level of every risk with a score reckoned anew.");
        }
    }
}
