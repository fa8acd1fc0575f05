export { guardrails } from "./guardrails";
export type { GuardrailSettings, RuleSettingsInPack } from "./pack-settings";
export { policies } from "./policies";
export { remediations } from "./remediations";
export type { PolicySelection } from "./select-policies";
export { selectPolicies } from "./select-policies";
