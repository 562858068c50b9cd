// Each test drives the models on all cores; in parallel they would only wait for one another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
