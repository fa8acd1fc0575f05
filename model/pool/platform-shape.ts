import type { GroupShape, Shape } from "../arguments";
import { boolean, choice, DAY, group, integer, MACHINE, mapOf, text, textOf } from "../arguments";
import { ClusterProvider } from "../platform";

/** More than any machine costs. */
const PRICE: Shape = { kind: "number", above: 0, max: 100_000 };
const share: Shape = { kind: "number", min: 0, max: 1 };

/** The form of `PlatformArgs`. */
export const PLATFORM_SHAPE: GroupShape = group({
    provider: choice(ClusterProvider),
    kubernetesVersion: text,
    kedaVersion: text,
    vpaVersion: text,
    keda: boolean,
    vpa: boolean,
    metricsServer: boolean,
    customMetrics: boolean,
    externalMetrics: boolean,
    capacityBuffers: boolean,
    nodeDrainSeconds: integer(1),
    region: text,
    prices: group(
        {
            asOf: textOf(DAY),
            region: text,
            usdPerVcpuHour: PRICE,
            usdPerGibHour: PRICE,
            usdPerGpuHour: PRICE,
            machines: mapOf(
                group({ usdPerHour: PRICE, spotUsdPerHour: PRICE }, { required: ["usdPerHour"] }),
                MACHINE,
            ),
            spotDiscount: share,
            commitmentDiscount: share,
        },
        { required: ["asOf"] },
    ),
});
