/** What the native autoscaler can scale on alone; everything else needs KEDA. */
export const NATIVE_SCALERS: ReadonlySet<string> = new Set(["cpu", "memory"]);
