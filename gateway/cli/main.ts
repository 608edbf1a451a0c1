import { hubProgram } from './hubProgram';
import { runProcess } from './runProcess';

void runProcess(hubProgram);
