import { execFileSync } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = path.resolve(__dirname, "../..");
const CLOUD_SDKS = ["@pulumi/aws", "@pulumi/gcp"];

/** The SDKs of clouds that a program has loaded when it has loaded an entry of the package. */
function cloudSdksLoadedBy(entry: string): string[] {
    const program = `
        require(${JSON.stringify(entry)});
        const loaded = Object.keys(require.cache).map((file) => file.replaceAll("\\\\", "/"));
        const sdks = ${JSON.stringify(CLOUD_SDKS)};
        console.log(JSON.stringify(sdks.filter((sdk) => loaded.some((file) => file.includes("node_modules/" + sdk + "/")))));
    `;
    return JSON.parse(
        execFileSync(process.execPath, ["-e", program], { cwd: ROOT, encoding: "utf8" }),
    ) as string[];
}

describe("the entries of the package", () => {
    it.each(["", "/keda", "/model", "/policy", "/vpa"])(
        "load no SDK of a cloud: agent-autoscaling%s",
        (entry) => {
            expect(cloudSdksLoadedBy(`agent-autoscaling${entry}`)).toEqual([]);
        },
    );

    it("load that of AWS by agent-autoscaling/aws, and no other", () => {
        expect(cloudSdksLoadedBy("agent-autoscaling/aws")).toEqual(["@pulumi/aws"]);
    });

    it("load that of Google Cloud by agent-autoscaling/gcp, and no other", () => {
        expect(cloudSdksLoadedBy("agent-autoscaling/gcp")).toEqual(["@pulumi/gcp"]);
    });
});
