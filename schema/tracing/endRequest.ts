import type { Span } from './span';

/** A request is over. @param status of its answer; null: who asked was gone before it was there. */
export function endRequest(span: Span, route: string, status: number | null): void {
  span.tell(() => ({ 'http.route': route, ...(status === null ? {} : { 'http.response.status_code': status }) }));
  span.end();
}
