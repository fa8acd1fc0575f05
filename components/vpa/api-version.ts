/** The API version of VPA's custom resources (VPA 1.7.3 `deploy/vpa-v1-crd-gen.yaml`). */
export const VPA_API_VERSION = "autoscaling.k8s.io/v1";
