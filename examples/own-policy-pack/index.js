/* global require */
const { PolicyPack } = require("@pulumi/policy");
const { guardrails } = require("agent-autoscaling/policy");

new PolicyPack("acme-autoscaling", {
    policies: [
        guardrails({
            profile: "strict",
            rules: { "image-tag": "mandatory", "cron-daylight-saving": "off" },
            platform: { provider: "eks", kubernetesVersion: "1.36", kedaVersion: "2.20" },
        }),
    ],
});
