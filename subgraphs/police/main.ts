import { runSubgraph } from '../kit';
import { police } from './police';

void runSubgraph(police);
