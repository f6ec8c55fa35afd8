// Rides of the tests' own, so that no test takes the last seat of another.
import { expect, type Page } from "@playwright/test";
import { fill, formWith, sendAndGoOn } from "./forms";

export type Ride = { id: string; path: string };

/** Offers a ride to a workplace and gives where its page is. */
export async function offerRide(
  driver: Page,
  { from, to, date, time, seats = "3" }: { from: string; to: string; date: string; time: string; seats?: string },
): Promise<Ride> {
  await driver.goto("/carpool/offer");
  const form = formWith(driver, { action: "offer_ride" });
  await fill(form, { from, date, time, seats });
  await form.locator('[name="workplace"]').selectOption({ label: to });
  await sendAndGoOn(form);
  await expect(driver).toHaveURL(/\/carpool\/rides\/[^/?#]+$/);
  const path = new URL(driver.url()).pathname;
  return { id: path.split("/").pop()!, path };
}
