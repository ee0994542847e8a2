using Trellis.Cli;

return await Terminal.RunAsync(args, new System.CommandLine.InvocationConfiguration());
