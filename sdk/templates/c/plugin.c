/* Keeps the readings that are hot, keyed by their device. */
#include "sandbar.h"

static double min_celsius;

/* Called once before everything else. Defaults of sandbar.toml are filled in. */
static void start(void) {
    if (!sandbar_json_number(sandbar_parameters(), SANDBAR_TEXT("min_celsius"), &min_celsius))
        sandbar_panic(SANDBAR_TEXT("min_celsius is missing"));
}

/* Called for each record. One that is neither sent on nor rejected is dropped. */
static void hot(const sandbar_record *record) {
    double celsius;
    sandbar_text device;
    if (!sandbar_json_number(record->value, SANDBAR_TEXT("celsius"), &celsius))
        sandbar_reject(SANDBAR_TEXT("no number `celsius`"));
    else if (!sandbar_json_text(record->value, SANDBAR_TEXT("device"), &device))
        sandbar_reject(SANDBAR_TEXT("no text `device`"));
    else if (celsius >= min_celsius)
        sandbar_rekey(0, device);
}

SANDBAR_OPERATOR_WITH_OPEN(start, hot)
