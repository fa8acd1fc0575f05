export * from "./finding";
export * from "./nearest";
