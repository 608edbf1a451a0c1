import { runProcess } from './runProcess';
import { tokenProgram } from './tokenProgram';

void runProcess(tokenProgram);
