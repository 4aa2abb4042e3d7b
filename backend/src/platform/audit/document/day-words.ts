/** Days and times in the organization's zone. */
export class DayWords {
  private readonly days: Intl.DateTimeFormat;
  private readonly times: Intl.DateTimeFormat;

  constructor(timeZone: string) {
    this.days = new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'long',
      year: 'numeric',
      month: 'long',
      day: 'numeric',
    });
    this.times = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hour: 'numeric',
      minute: '2-digit',
      second: '2-digit',
    });
  }

  day(at: Date): string {
    return this.days.format(at);
  }

  time(at: Date): string {
    // ICU puts a narrow no-break space before AM and PM, which the font has not.
    return this.times.format(at).replace(/\s/gu, ' ');
  }

  moment(at: Date): string {
    return `${this.day(at)}, ${this.time(at)}`;
  }
}
