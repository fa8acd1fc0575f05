import { describe, expect, it } from "vitest";
import type { ClusterComponent, Platform } from "../../../model/platform";
import { ClusterProvider, hasComponent } from "../../../model/platform";

describe("hasComponent", () => {
    const COMPONENTS: readonly ClusterComponent[] = [
        "keda",
        "vpa",
        "metricsServer",
        "customMetrics",
        "externalMetrics",
        "capacityBuffers",
    ];

    it("knows nothing of a platform that says nothing", () => {
        for (const component of COMPONENTS) expect(hasComponent({}, component)).toBeUndefined();
    });

    it("takes the platform's word, also against what its provider brings", () => {
        for (const component of COMPONENTS) {
            expect(hasComponent({ [component]: true }, component)).toBe(true);
            expect(hasComponent({ [component]: false, provider: ClusterProvider.Gke }, component)).toBe(
                false,
            );
        }
    });

    it.each<[Platform, ClusterComponent]>([
        [{ kedaVersion: "2.20" }, "keda"],
        [{ vpaVersion: "1.7" }, "vpa"],
        [{ provider: ClusterProvider.Gke }, "metricsServer"],
        [{ provider: ClusterProvider.GkeAutopilot }, "metricsServer"],
        [{ provider: ClusterProvider.EksAuto }, "metricsServer"],
    ])("concludes from %j that %s is there, and nothing else", (platform, component) => {
        const known = COMPONENTS.filter((each) => hasComponent(platform, each) !== undefined);
        expect(known).toEqual([component]);
        expect(hasComponent(platform, component)).toBe(true);
    });

    it("does not conclude it of a plain EKS", () => {
        expect(hasComponent({ provider: ClusterProvider.Eks }, "metricsServer")).toBeUndefined();
    });
});
