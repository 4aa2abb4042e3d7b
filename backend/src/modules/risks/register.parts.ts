import type { Provider, Type } from '@nestjs/common';

/** The register, the plan and the sign-off, as Nest puts them together. */
export const registerControllers: Type[] = [];
export const registerProviders: Provider[] = [];
