/** The one API version of KEDA's custom resources (KEDA 2.20.2 `config/crd/bases`). */
export const KEDA_API_VERSION = "keda.sh/v1alpha1";
