namespace Trellis.Returns.Ssda903;

/// <summary>Ofsted's list of providers, asked by unique reference number.</summary>
public sealed class Providers
{
    private readonly ReturnData _data;
    private Dictionary<Code, Provider>? _byUrn;

    internal Providers(ReturnData data) => _data = data;

    /// <summary>The provider of a number, or nothing.</summary>
    public Provider? Find(Code urn) => (_byUrn ??= Read()).TryGetValue(urn, out var provider) ? provider : null;

    private Dictionary<Code, Provider> Read()
    {
        var byUrn = new Dictionary<Code, Provider>();
        if (_data.Now[Shapes.Providers.Number] is { } table)
        {
            for (var row = 0; row < table.Rows; row++)
            {
                byUrn.TryAdd(new Row(table, row).Code(0), Provider.Of(new Row(table, row)));
            }
        }

        return byUrn;
    }
}
