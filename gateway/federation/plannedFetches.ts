import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import type { PlannedFetch } from './hooks';

/**
 * Every fetch of a plan, whatever its place.
 *
 * @throws Error for a kind of plan that this gateway does not run (@defer, subscriptions): unchecked means unfetched.
 */
export function plannedFetches(plan: QueryPlan): PlannedFetch[] {
  return plan.node === undefined ? [] : fetchesOf(plan.node);
}

function fetchesOf(node: PlanNode | SubscriptionNode): PlannedFetch[] {
  switch (node.kind) {
    case 'Fetch':
      return [{ subgraph: node.serviceName, operation: node.operation, requires: node.requires ?? [] }];
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf);
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((branch) => (branch === undefined ? [] : fetchesOf(branch)));
    case 'Defer':
    case 'Subscription':
      throw new Error(`a plan with ${node.kind} can't be checked, so it is not run`);
  }
}
