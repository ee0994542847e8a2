using Trellis.Web.Hosting;

await using var app = TrellisApp.Build(args);
await TrellisApp.StartAsync(app, CancellationToken.None);
await app.WaitForShutdownAsync();
