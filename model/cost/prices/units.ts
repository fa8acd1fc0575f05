import type { ClusterProvider } from "../../platform";
import type { UnitPrice } from "./price";

/** What EC2 asks for an m7i.large, divided between CPU and memory as OpenCost's default prices are. */
const EC2: UnitPrice = {
    name: "EC2 m7i",
    region: "us-east-1",
    usdPerVcpuHour: 0.03281,
    usdPerGibHour: 0.0043975,
    asOf: "2026-07-20",
    source: "m7i.large 0.1008 USD/h (karpenter-provider-aws), divided as OpenCost's 0.031611 to 0.004237",
};

/** What Google asks for a vCPU and a GiB of N2, which are OpenCost's default prices too. */
const COMPUTE_ENGINE: UnitPrice = {
    name: "Compute Engine n2",
    region: "us-central1",
    usdPerVcpuHour: 0.031611,
    usdPerGibHour: 0.004237,
    spotShare: 0.474,
    asOf: "2026-08-03",
    source: "OpenCost configs/default.json; equals n2-standard-4 0.19424 USD/h, spot 0.09212 (karpenter-provider-gcp)",
};

/** Pods of GKE Autopilot, which are billed by what they request. */
const AUTOPILOT: UnitPrice = {
    name: "GKE Autopilot general purpose",
    region: "us-central1",
    usdPerVcpuHour: 0.0445,
    usdPerGibHour: 0.0049225,
    spotShare: 0.3,
    asOf: "2026-08-15",
    source: "GKE Autopilot public prices, general-purpose pods; spot 0.0133 and 0.0014767 USD/h",
};

/** What pods are priced by where their machines are not known. */
export const UNIT_PRICES: Readonly<Record<ClusterProvider, UnitPrice>> = {
    eks: EC2,
    "eks-auto": EC2,
    gke: COMPUTE_ENGINE,
    "gke-autopilot": AUTOPILOT,
    generic: COMPUTE_ENGINE,
};

/** Pods of EKS on Fargate, which are billed by what they request, rounded up to a size that there is. */
export const FARGATE: UnitPrice = {
    name: "EKS on Fargate",
    region: "us-east-1",
    usdPerVcpuHour: 0.04048,
    usdPerGibHour: 0.004445,
    asOf: "2026-03-01",
    source: "AWS Fargate x86 public prices; Spot and ARM are for ECS only (aws/containers-roadmap#1629, #622)",
};
