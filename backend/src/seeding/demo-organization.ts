import type { NestExpressApplication } from '@nestjs/platform-express';
import { anonymousContext, runInContext } from '../platform/context/request-context.js';
import { SystemDb } from '../platform/database/system-db.js';
import { FoundOrganization } from '../platform/identity/application/found-organization.js';
import { DemoClient, send } from './demo-client.js';
import type { DemoPerson, DemoStory } from './demo-story.js';
import type { SeedClock } from './seed-clock.js';

/** The organization of a story with its people and sites; what is there already stays. */
export class DemoOrganization {
  private readonly clients = new Map<string, Promise<DemoClient>>();
  private members = new Map<string, string>();

  constructor(
    private readonly app: NestExpressApplication,
    private readonly origin: string,
    private readonly story: DemoStory,
    private readonly password: string,
    private readonly clock: SeedClock,
  ) {}

  /** The person at work, signed in once. */
  as(key: string): Promise<DemoClient> {
    let client = this.clients.get(key);
    if (!client) {
      client = DemoClient.signIn(
        this.origin,
        this.person(key).email,
        this.password,
        this.story.organization.name,
        () => this.clock.wrote(),
      );
      this.clients.set(key, client);
    }
    return client;
  }

  /** The API's id of a member by the story's key. */
  memberId(key: string): string {
    const id = this.members.get(this.person(key).name);
    if (!id) throw new Error(`demo: ${key} is no member`);
    return id;
  }

  isFounded(): Promise<boolean> {
    return this.isKnown(this.story.people[0]!.email);
  }

  async found(): Promise<void> {
    const [owner, ...others] = this.story.people;
    if (!(await this.isKnown(owner!.email))) {
      await runInContext(anonymousContext('demo', null), () =>
        this.app
          .get(FoundOrganization)
          .execute(this.story.organization, { ...owner!, password: this.password }),
      );
    }
    const admin = await this.as(owner!.key);
    await this.invite(admin, others);
    const { items } = await admin.get<{ items: { id: string; name: string }[] }>('/colleagues');
    this.members = new Map(items.map(({ id, name }) => [name, id]));
    const sites = await admin.get<{ items: { name: string }[] }>('/sites');
    for (const site of this.story.sites.filter(
      ({ name }) => !sites.items.some((known) => known.name === name),
    )) {
      await admin.post('/sites', site);
    }
  }

  private async invite(admin: DemoClient, people: DemoPerson[]): Promise<void> {
    const { items: members } = await admin.get<{ items: { email: string }[] }>('/members');
    for (const person of people.filter(({ email }) => !members.some((member) => member.email === email))) {
      await this.withdrawOpenInvitation(admin, person.email);
      const { link } = await admin.post<{ link: string }>('/invitations', {
        email: person.email,
        name: person.name,
        role: person.role,
      });
      await send(this.origin, 'POST', `/invitations/open/${link.split('/').at(-1)}/accept`, {
        password: this.password,
      });
    }
  }

  /** Left by a load that was stopped half-way; its link is lost. */
  private async withdrawOpenInvitation(admin: DemoClient, email: string): Promise<void> {
    const { items } = await admin.get<{ items: { id: string; email: string }[] }>('/invitations');
    for (const { id } of items.filter((invitation) => invitation.email === email))
      await admin.remove(`/invitations/${id}`);
  }

  private async isKnown(email: string): Promise<boolean> {
    return (await this.app.get(SystemDb).query('select 1 from person where email = $1', [email])).length > 0;
  }

  private person(key: string): DemoPerson {
    const person = this.story.people.find((candidate) => candidate.key === key);
    if (!person) throw new Error(`demo: nobody is called ${key}`);
    return person;
  }
}
