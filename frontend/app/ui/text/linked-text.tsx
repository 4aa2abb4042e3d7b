import { Link } from 'react-router';
import styles from './linked-text.module.css';

const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/;

/** Plain text of a message: lines as they are, our own addresses as links, foreign ones left as text. */
export function LinkedText({ text, ownOrigin }: { text: string; ownOrigin: string }) {
  return (
    <div className={styles.text}>
      {text.split(ADDRESS).map((part, index) => {
        const path = index % 2 === 1 ? pathWithin(part, ownOrigin) : undefined;
        return path ? (
          <Link key={index} to={path}>
            {part}
          </Link>
        ) : (
          part
        );
      })}
    </div>
  );
}

function pathWithin(address: string, ownOrigin: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.origin === new URL(ownOrigin).origin ? url.pathname + url.search + url.hash : undefined;
}
