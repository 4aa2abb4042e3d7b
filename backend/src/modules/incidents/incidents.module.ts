import { Module } from '@nestjs/common';
import { BreachClockController } from './http/breach-clock.controller.js';

/** Incidents, and the clocks of the Breach Notification Rule. 45 CFR 164.400 to 164.414 */
@Module({ controllers: [BreachClockController] })
export class IncidentsModule {}
