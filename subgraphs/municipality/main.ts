import { runSubgraph } from '../kit';
import { municipality } from './municipality';

void runSubgraph(municipality);
