/** The version of every JSON document that the commands write. */
export const JSON_VERSION = 1;
