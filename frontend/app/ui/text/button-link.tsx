import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';

interface ButtonLinkProps extends Omit<ButtonProps, 'component'> {
  to: LinkProps['to'];
  reloadDocument?: boolean;
  prefetch?: LinkProps['prefetch'];
  children: ReactNode;
}

/** A link that looks like a button: for going somewhere. A button is for doing something. */
export function ButtonLink({ children, ...props }: ButtonLinkProps) {
  return (
    <Button component={Link} {...props}>
      {children}
    </Button>
  );
}
