/** No byte leaves the machine for a vendor. Read by Apollo's libraries when they load, so this loads before them. */
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
