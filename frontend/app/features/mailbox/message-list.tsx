import { Link } from 'react-router';
import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import { DateText } from '~/ui/text/date-text';
import styles from './message-list.module.css';

/** The messages, newest first: what it is about, how it begins, and when it came. */
export function MessageList({ messages }: { messages: ItemOf<'/api/v1/mailbox'>[] }) {
  return (
    <ul className={styles.list}>
      {messages.map((message) => (
        <li key={message.id} className={styles.message} data-unread={message.readAt === null || undefined}>
          <Link to={`/mailbox/${message.id}`} className={styles.subject}>
            {message.subject}
            {message.readAt === null && <span className="visually-hidden"> ({t('mailbox.unread')})</span>}
          </Link>
          <span className={styles.when}>
            <DateText at={message.receivedAt} />
          </span>
          <p className={styles.begin}>{message.snippet}</p>
        </li>
      ))}
    </ul>
  );
}
