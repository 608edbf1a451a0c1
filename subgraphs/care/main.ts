import { runSubgraph } from '../kit';
import { care } from './care';

void runSubgraph(care);
