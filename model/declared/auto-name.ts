/** Characters that Pulumi puts behind the name of a resource that is given none: a dash and seven digits. */
export const AUTO_NAME_SUFFIX = 8;
