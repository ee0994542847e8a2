namespace Trellis.Tables;

/// <summary>The limits, counted while one file is read.</summary>
internal sealed class ReadingLimit(ReadLimits limits, string fileName, CancellationToken cancel)
{
    private int cells;

    public ReadLimits Limits => limits;

    public string FileName => fileName;

    public CancellationToken Cancel => cancel;

    public void Rows(int count, string place)
    {
        if ((count & 255) == 0)
        {
            cancel.ThrowIfCancellationRequested();
        }

        if (count > limits.Rows)
        {
            throw Refusal($"The file has more than {limits.Rows:N0} rows.", place, "Give only the part that is the plan.");
        }
    }

    public void CellsInRow(int count, string place)
    {
        cells += count;
        if (count > limits.CellsInRow || cells > limits.Cells)
        {
            throw Refusal("The file has more cells than a plan can have.", place, "Give only the part that is the plan.");
        }
    }

    public void Characters(int count, string place)
    {
        if (count > limits.CharactersInBlock)
        {
            throw Refusal(
                $"One paragraph or cell has more than {limits.CharactersInBlock:N0} characters.",
                place,
                "Check that the file is a plan."
            );
        }
    }

    public UnreadableException Refusal(string what, string place, string whatToDo) =>
        new(new ReadFailure(what, place.Length == 0 ? fileName : $"{fileName}, {place}", whatToDo));
}
