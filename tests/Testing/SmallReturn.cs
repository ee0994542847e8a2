using System.Text;

namespace Trellis.Testing;

/// <summary>An SSDA903 of three made-up children, one of whom has an ethnic origin that is no code (rule 103) and an episode that ends before it begins (rule 356).</summary>
public sealed class SmallReturn
{
    /// <summary>How the third child is called: what a test looks for where it must not be.</summary>
    public string Child { get; init; } = "A1003";

    /// <summary>The ethnic origin of the third child.</summary>
    public string Ethnic { get; init; } = "XXXX";

    public byte[] Header => Bytes($"""
        CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
        A1001,M,04/05/2015,WBRI,UN3,,
        A1002,F,31/12/2012,WBRI,UN3,0,
        {Child},M,15/08/2010,{Ethnic},UN3,,
        """);

    public byte[] Episodes => Bytes($"""
        CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
        A1001,01/05/2025,S,C2,N1,U4,PR1,,,,FY1 1AA,FY2 2BB,SC123456
        A1002,10/06/2025,S,C2,N1,U4,PR1,01/09/2025,E4A,,FY1 1AA,FY2 2BB,SC123456
        {Child},20/01/2026,S,C2,N1,U4,PR1,10/01/2026,E4A,,FY1 1AA,FY2 2BB,SC123456
        """);

    public byte[] SocialWorkers => Bytes($"""
        CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON
        A1001,04/05/2015,SW0000000001,01/05/2025,,MANAGE
        {Child},15/08/2010,SW0000000002,20/01/2026,,MANAGE
        """);

    public byte[] Teams => Bytes("""
        SW_ID,TEAM
        SW0000000001,North
        SW0000000002,South
        """);

    /// <summary>Fills the form of the page that checks returns.</summary>
    public FilledForm Into(PageAnswer page, params (string Field, string Value)[] typed) => FilledForm.Of(page, "check").Fill([("Form.Year", "2026"), .. typed])
        .Choose("Form.Files", "header.csv", Header).Choose("Form.Files", "episodes.csv", Episodes).Choose("Form.Files", "sw_episodes.csv", SocialWorkers).Choose("Form.Files", "teams.csv", Teams);

    /// <summary>Checks it as a person would, and comes back with the page of the result.</summary>
    public async Task<PageAnswer> CheckAsync(Visitor visitor, string address = "/returns/check", params (string Field, string Value)[] typed) =>
        await visitor.SendAsync(Into(await visitor.GetAsync(address), typed));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text + "\n");
}
