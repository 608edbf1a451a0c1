// How libraries are to behave. They read it when they load, so this loads before them.

/** No byte leaves the machine for a vendor. */
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
/** graphql checks twice over what each type is where it is not told that it is in production: a tenth of a request. */
process.env['NODE_ENV'] ??= 'production';
