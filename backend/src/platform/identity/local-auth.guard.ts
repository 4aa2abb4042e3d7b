import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { DomainError } from '../kernel/domain-error.js';

@Injectable()
export class LocalAuthGuard extends AuthGuard('local') {
  override handleRequest<T>(error: unknown, person: T | false): T {
    if (error) throw error instanceof Error ? error : new Error('sign-in failed');
    // Passport itself refuses an empty form.
    if (!person)
      throw new DomainError(
        'session.invalid-credentials',
        'unauthenticated',
        'The e-mail address and the password do not match.',
      );
    return person;
  }
}
