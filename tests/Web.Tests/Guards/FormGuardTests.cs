using System.Net;
using Trellis.Kernel.Access;
using Trellis.Testing;

namespace Trellis.Web.Tests.Guards;

public sealed class FormGuardTests(TrellisHost host) : IClassFixture<TrellisHost>
{
    [Fact]
    public async Task Post_ExpiredToken_KeepsTheTextAndCanBeSentAgain()
    {
        var link = await host.InScopeAsync(s => s.Get<AccountService>().FirstLinkAsync(default));
        using var visitor = host.Anybody();
        var form = FilledForm.Of(await visitor.GetAsync(link), "start").Fill(("Form.Name", "Priya Shah"), ("Form.Email", "not an address"));
        form.Fields.RemoveAll(f => f.Key == "__RequestVerificationToken");
        form.Fields.Add(new("__RequestVerificationToken", "long gone"));

        var refused = await visitor.SendAsync(form);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Check what you wrote and send it again", refused.Heading);
        Assert.Equal("Priya Shah", refused.Field("Form.Name"));
        var sent = await visitor.SendAsync(refused, "start", ("Form.Email", "still not an address"));
        Assert.Equal("Start as the first administrator", sent.Heading);
        Assert.Single(sent.Errors);
        Assert.Equal("Priya Shah", sent.Field("Form.Name"));
    }

    [Fact]
    public async Task Post_TooLarge_SaysSo()
    {
        using var visitor = host.Anybody();
        using var body = new ByteArrayContent(new byte[33 * 1024 * 1024]);
        body.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var answer = await visitor.Http.PostAsync("/sign-in", body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("larger than 32 MB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TooManyFields_SaysSo()
    {
        using var visitor = host.Anybody();
        using var body = new FormUrlEncodedContent(Enumerable.Range(0, 20_001).Select(i => KeyValuePair.Create($"f{i}", "x")));
        using var answer = await visitor.Http.PostAsync("/sign-in", body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("more than 20,000 fields", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_MoreThan1024Fields_IsTaken()
    {
        using var visitor = host.Anybody();
        var form = FilledForm.Of(await visitor.GetAsync("/sign-in"), "sign-in");
        form.Fields.AddRange(Enumerable.Range(0, 3000).Select(i => KeyValuePair.Create($"Other.f{i}", "x")));

        Assert.Equal(HttpStatusCode.OK, (await visitor.SendAsync(form)).Status);
    }
}
