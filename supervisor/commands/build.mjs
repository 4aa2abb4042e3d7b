import { prepareCheckout } from '../prepare-checkout.mjs';

/** `part164 build` */
export async function build() {
  await prepareCheckout();
}
