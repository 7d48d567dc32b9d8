using Hotline.Benchmarks;

// ./hotline bench [...]: see Options.Usage.
return await Bench.RunAsync(args);
