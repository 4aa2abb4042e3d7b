import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { signInRequest } from './identity.schemas.js';
import { SignIn, type SignedIn } from './application/sign-in.js';
import { DomainError } from '../kernel/domain-error.js';

/** Passport's seam: single sign-on and passkeys become further strategies beside this one. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly signIn: SignIn) {
    super({ usernameField: 'email', passwordField: 'password', session: false });
  }

  validate(email: string, password: string): Promise<SignedIn> {
    const parsed = signInRequest.safeParse({ email, password });
    if (!parsed.success) {
      throw new DomainError(
        'session.invalid-credentials',
        'unauthenticated',
        'The e-mail address and the password do not match.',
      );
    }
    return this.signIn.verify(parsed.data.email, parsed.data.password);
  }
}
