// Every test builds or boots on the same two cores and in the same folders.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
