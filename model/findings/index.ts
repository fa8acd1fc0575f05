export * from "./finding";
export * from "./nearest";
export * from "./format";
export * from "./exemption";
