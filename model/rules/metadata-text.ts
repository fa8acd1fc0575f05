export { isGiven, metadataText } from "../triggers";
