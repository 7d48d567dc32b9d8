using Hotline.Simulator;
using Hotline.Simulator.Results;
using Hotline.Simulator.Scenarios;

// simulate SCENARIO.json OUT: the arguments come from tools/simulate.sh, which checks them.
var (file, folder) = (args[0], args[1]);
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
try
{
    var scenario = ScenarioReader.Read(await File.ReadAllTextAsync(file, stop.Token));
    var watch = System.Diagnostics.Stopwatch.StartNew();
    var result = Simulation.Run(scenario, done => Console.Error.Write(Invariant($"\r{done} of {scenario.Replications} runs")), stop.Token);
    await Console.Error.WriteLineAsync(Invariant($" in {watch.Elapsed.TotalSeconds:0.0} s"));
    ResultFiles.Write(result, folder);
    await Console.Out.WriteLineAsync(ResultTable.Of(result));
    await Console.Out.WriteLineAsync(
        $"Written to {folder}: classes.csv, groups.csv, matching.csv, result.json{(result.Laws.Count > 0 ? ", laws.csv" : "")}");
    return 0;
}
catch (ScenarioException e)
{
    await Console.Error.WriteLineAsync($"{Path.GetFileName(file)}: {e.Message}");
    return 2;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Stopped; nothing was written.");
    return 130;
}
