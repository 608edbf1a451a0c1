/** Whether a host name or address, as an address on the network has it, is this machine: what goes there leaves nothing. */
export function isLoopback(hostname: string): boolean {
  return ['localhost', '[::1]', '::1'].includes(hostname) || /^127(\.\d{1,3}){3}$/.test(hostname);
}
