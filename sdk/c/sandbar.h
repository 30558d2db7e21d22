/* What an operator in C is made with: this header and a clang that knows wasm32, no library, no SDK.
 *
 *   static void hot(const sandbar_record *record) { if (record->value.size > 9) sandbar_forward(0); }
 *   SANDBAR_OPERATOR(hot)
 *
 *   clang --target=wasm32 -ffreestanding -nostdlib -mbulk-memory -O3 -Wl,--no-entry -o hot.wasm hot.c
 *
 * Include it in one file. It speaks the guest interface of schema/wit/operator.wit, version 0.1.0. Memory given to a call
 * is free again when the call ends; what `open` took stays. */
#ifndef SANDBAR_H
#define SANDBAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of somebody else: valid until the call ends. */
typedef struct {
    const char *bytes;
    size_t size;
} sandbar_text;

/* The record in hand. */
typedef struct {
    uint32_t row;
    /* The input port that it came by: its number among sandbar.toml's `inputs`, the first is 0. */
    uint32_t port;
    int64_t timestamp;
    sandbar_text key;
    sandbar_text value;
    /* As the guest interface writes them: `sandbar_header` looks one up, `sandbar_with_header` adds one. */
    sandbar_text headers;
} sandbar_record;

typedef enum { SANDBAR_TRACE, SANDBAR_DEBUG, SANDBAR_INFO, SANDBAR_WARN, SANDBAR_ERROR } sandbar_level;

/* Bytes of a literal. */
#define SANDBAR_TEXT(literal) ((sandbar_text){(literal), sizeof(literal) - 1})

/* --- The guest interface ------------------------------------------------------------------------------------------ */

#define SANDBAR_IMPORT(interface, function) \
    __attribute__((import_module("sandbar:operator/" interface "@0.1.0"), import_name(function)))
#define SANDBAR_EXPORT(function) __attribute__((export_name(function)))

SANDBAR_IMPORT("output", "emit")
void sandbar_wire_emit(uint32_t port, const int64_t *timestamps, size_t, const uint32_t *key_ends, size_t,
                       const char *keys, size_t, const uint32_t *value_ends, size_t, const char *values, size_t,
                       const uint32_t *header_ends, size_t, const char *headers, size_t);
SANDBAR_IMPORT("output", "forward") void sandbar_wire_forward(uint32_t port, const uint32_t *rows, size_t);
SANDBAR_IMPORT("output", "rekey")
void sandbar_wire_rekey(uint32_t port, const uint32_t *rows, size_t, const uint32_t *key_ends, size_t,
                        const char *keys, size_t);
SANDBAR_IMPORT("output", "reject") void sandbar_wire_reject(const uint32_t *rows, size_t, const char *reason, size_t);
SANDBAR_IMPORT("log", "write") void sandbar_wire_log(sandbar_level level, const char *message, size_t);
SANDBAR_IMPORT("context", "parameters") void sandbar_wire_parameters(sandbar_text *result);
/* The watermark: no record with a smaller timestamp is expected any more. */
SANDBAR_IMPORT("context", "event-time") int64_t sandbar_event_time(void);
/* The host's clock in milliseconds since the Unix epoch, frozen for the length of a call. */
SANDBAR_IMPORT("context", "processing-time") int64_t sandbar_processing_time(void);
/* 64 random bits, decided by the pipeline's seed. */
SANDBAR_IMPORT("context", "random") uint64_t sandbar_random(void);

/* Says that this module has the types of the guest interface, and that its strings are UTF-8. */
__asm__(".section \".custom_section.component-type:operator\",\"\",@\n"
        ".ascii \"\\0asm\\015\\0\\001\\0\"\n"
        ".byte 0, 25, 22\n"
        ".ascii \"wit-component-encoding\"\n"
        ".byte 4, 0\n"
        ".section \".text.sandbar\",\"\",@\n");

static inline bool sandbar_equal(sandbar_text a, sandbar_text b) {
    if (a.size != b.size) return false;
    for (size_t i = 0; i < a.size; i++)
        if (a.bytes[i] != b.bytes[i]) return false;
    return true;
}

/* --- Memory: taken from a heap that only grows, given back as a whole when a call ends ----------------------------- */

extern unsigned char __heap_base;
static uintptr_t sandbar_top, sandbar_kept;

static inline void sandbar_log(sandbar_level level, sandbar_text message) {
    sandbar_wire_log(level, message.bytes, message.size);
}

/* Ends the call: it counts as failed, and the instance is thrown away. */
_Noreturn static inline void sandbar_panic(sandbar_text message) {
    sandbar_log(SANDBAR_ERROR, message);
    __builtin_trap();
}

/* Room for `size` bytes, valid until the call ends. */
static inline void *sandbar_take(size_t size, size_t alignment) {
    if (sandbar_top == 0) sandbar_top = sandbar_kept = (uintptr_t)&__heap_base;
    uintptr_t start = (sandbar_top + alignment - 1) & ~(uintptr_t)(alignment - 1);
    uintptr_t end = start + size;
    if (end < start) sandbar_panic(SANDBAR_TEXT("out of memory"));
    uintptr_t room = (uintptr_t)__builtin_wasm_memory_size(0) << 16;
    if (end > room && __builtin_wasm_memory_grow(0, (end - room + 0xffff) >> 16) == (size_t)-1)
        sandbar_panic(SANDBAR_TEXT("out of memory: raise limits.memory in the pipeline file"));
    sandbar_top = end;
    return (void *)start;
}

SANDBAR_EXPORT("cabi_realloc")
void *sandbar_realloc(void *old, size_t old_size, size_t alignment, size_t size) {
    void *fresh = sandbar_take(size, alignment);
    if (old_size) __builtin_memcpy(fresh, old, old_size < size ? old_size : size);
    return fresh;
}

/* An array that grows; `room` and `count` are numbers of items. */
static inline void *sandbar_grown(void *items, size_t *room, size_t count, size_t item) {
    if (count <= *room) return items;
    size_t more = *room * 2 > count ? *room * 2 : (count > 64 ? count : 64);
    void *fresh = sandbar_realloc(items, *room * item, 8, more * item);
    *room = more;
    return fresh;
}

/* --- Sending: rows and records that leave the same way are collected, and leave together --------------------------- */

typedef enum { SANDBAR_NOTHING, SANDBAR_FORWARD, SANDBAR_REKEY, SANDBAR_EMIT } sandbar_way;

static struct {
    sandbar_way way;
    uint32_t port, row;
    int64_t timestamp, *timestamps;
    sandbar_text headed;
    uint32_t *rows, *key_ends, *value_ends, *header_ends;
    char *keys, *values, *headers;
    size_t count, key_bytes, value_bytes, header_bytes;
    size_t rows_room, timestamps_room, key_ends_room, value_ends_room, header_ends_room;
    size_t keys_room, values_room, headers_room;
} sandbar_out;

static inline void sandbar_flush(void) {
    size_t count = sandbar_out.count;
    if (count && sandbar_out.way == SANDBAR_FORWARD) sandbar_wire_forward(sandbar_out.port, sandbar_out.rows, count);
    if (count && sandbar_out.way == SANDBAR_REKEY)
        sandbar_wire_rekey(sandbar_out.port, sandbar_out.rows, count, sandbar_out.key_ends, count, sandbar_out.keys,
                           sandbar_out.key_bytes);
    if (count && sandbar_out.way == SANDBAR_EMIT)
        sandbar_wire_emit(sandbar_out.port, sandbar_out.timestamps, count, sandbar_out.key_ends, count, sandbar_out.keys,
                          sandbar_out.key_bytes, sandbar_out.value_ends, count, sandbar_out.values,
                          sandbar_out.value_bytes, sandbar_out.header_ends, sandbar_out.header_bytes ? count : 0,
                          sandbar_out.headers, sandbar_out.header_bytes);
    sandbar_out.count = sandbar_out.key_bytes = sandbar_out.value_bytes = sandbar_out.header_bytes = 0;
}

static inline size_t sandbar_next(sandbar_way way, uint32_t port) {
    if (way != sandbar_out.way || port != sandbar_out.port) sandbar_flush();
    sandbar_out.way = way;
    sandbar_out.port = port;
    return sandbar_out.count++;
}

#define SANDBAR_GROW(column, count) \
    (sandbar_out.column = sandbar_grown(sandbar_out.column, &sandbar_out.column##_room, (count), sizeof *sandbar_out.column))

static inline void sandbar_add_row(size_t at) {
    SANDBAR_GROW(rows, at + 1);
    sandbar_out.rows[at] = sandbar_out.row;
}

#define SANDBAR_ADD(bytes_, ends, size_, part, at) do { \
        SANDBAR_GROW(bytes_, sandbar_out.size_ + (part).size); \
        if ((part).size) __builtin_memcpy(sandbar_out.bytes_ + sandbar_out.size_, (part).bytes, (part).size); \
        sandbar_out.size_ += (part).size; \
        SANDBAR_GROW(ends, (at) + 1); \
        sandbar_out.ends[at] = (uint32_t)sandbar_out.size_; \
    } while (0)

/* The record in hand leaves by `port`, unchanged. Once for each port. */
static inline void sandbar_forward(uint32_t port) { sandbar_add_row(sandbar_next(SANDBAR_FORWARD, port)); }

/* The record in hand leaves by `port` under another key. Once for each port. */
static inline void sandbar_rekey(uint32_t port, sandbar_text key) {
    size_t at = sandbar_next(SANDBAR_REKEY, port);
    sandbar_add_row(at);
    SANDBAR_ADD(keys, key_ends, key_bytes, key, at);
}

/* A new record leaves by `port`. `headers` are those of a record, or made by `sandbar_with_header`. */
static inline void sandbar_emit_record(uint32_t port, int64_t timestamp, sandbar_text key, sandbar_text value,
                                       sandbar_text headers) {
    size_t at = sandbar_next(SANDBAR_EMIT, port);
    SANDBAR_GROW(timestamps, at + 1);
    sandbar_out.timestamps[at] = timestamp;
    SANDBAR_ADD(keys, key_ends, key_bytes, key, at);
    SANDBAR_ADD(values, value_ends, value_bytes, value, at);
    SANDBAR_ADD(headers, header_ends, header_bytes, headers, at);
}

/* A new record leaves by `port`, with the timestamp and the headers of the one in hand. */
static inline void sandbar_emit(uint32_t port, sandbar_text key, sandbar_text value) {
    sandbar_emit_record(port, sandbar_out.timestamp, key, value, sandbar_out.headed);
}

/* The record in hand fails, the others go on. Once, and before it was sent anywhere. */
static inline void sandbar_reject(sandbar_text reason) {
    sandbar_wire_reject(&sandbar_out.row, 1, reason.bytes, reason.size);
}

/* --- Headers: a name's length (16 bits), a value's (32), the name, the value, one after the other ------------------- */

/* Finds the first header called `name`. */
static inline bool sandbar_header(const sandbar_record *record, sandbar_text name, sandbar_text *value) {
    const unsigned char *at = (const unsigned char *)record->headers.bytes, *end = at + record->headers.size;
    while (end - at >= 6) {
        size_t named = at[0] | (size_t)at[1] << 8;
        size_t valued = at[2] | (size_t)at[3] << 8 | (size_t)at[4] << 16 | (size_t)at[5] << 24;
        sandbar_text found = {(const char *)at + 6, named};
        *value = (sandbar_text){(const char *)at + 6 + named, valued};
        at += 6 + named + valued;
        if (sandbar_equal(found, name)) return true;
    }
    return false;
}

/* `headers` and one more. */
static inline sandbar_text sandbar_with_header(sandbar_text headers, sandbar_text name, sandbar_text value) {
    size_t size = headers.size + 6 + name.size + value.size;
    char *bytes = sandbar_take(size, 1), *at = bytes + headers.size;
    if (headers.size) __builtin_memcpy(bytes, headers.bytes, headers.size);
    *at++ = (char)name.size, *at++ = (char)(name.size >> 8);
    for (int shift = 0; shift < 32; shift += 8) *at++ = (char)(value.size >> shift);
    if (name.size) __builtin_memcpy(at, name.bytes, name.size);
    if (value.size) __builtin_memcpy(at + name.size, value.bytes, value.size);
    return (sandbar_text){bytes, size};
}

/* --- JSON, as much as an operator needs to find a member of an object ---------------------------------------------- */

static inline size_t sandbar_json_space(sandbar_text json, size_t at) {
    while (at < json.size && (json.bytes[at] == ' ' || json.bytes[at] == '\t' || json.bytes[at] == '\n' || json.bytes[at] == '\r')) at++;
    return at;
}

/* Behind the value that begins at `at`; 0 if it has no end. */
static inline size_t sandbar_json_end(sandbar_text json, size_t at) {
    size_t depth = 0;
    bool quoted = false;
    for (; at < json.size; at++) {
        char c = json.bytes[at];
        if (quoted) {
            if (c == '\\') at++;
            else if (c == '"') {
                quoted = false;
                if (depth == 0) return at + 1;
            }
        } else if (c == '"') quoted = true;
        else if (c == '{' || c == '[') depth++;
        else if (c == '}' || c == ']') {
            if (depth == 0) return at;
            if (--depth == 0) return at + 1;
        } else if (depth == 0 && (c == ',' || c == ' ' || c == '\t' || c == '\n' || c == '\r')) return at;
    }
    return quoted || depth ? 0 : at;
}

/* Finds the value of a member of the object `json`, as it is written there: text keeps its quotes. What is not looked at
 * on the way is not checked. */
static inline bool sandbar_json_member(sandbar_text json, sandbar_text name, sandbar_text *value) {
    size_t at = sandbar_json_space(json, 0);
    if (at >= json.size || json.bytes[at] != '{') return false;
    for (at++;; at++) {
        at = sandbar_json_space(json, at);
        if (at >= json.size || json.bytes[at] != '"') return false;
        size_t end = sandbar_json_end(json, at);
        if (end == 0) return false;
        sandbar_text found = {json.bytes + at + 1, end - at - 2};
        at = sandbar_json_space(json, end);
        if (at >= json.size || json.bytes[at] != ':') return false;
        at = sandbar_json_space(json, at + 1);
        end = sandbar_json_end(json, at);
        if (end == 0 || end == at) return false;
        if (sandbar_equal(found, name)) {
            *value = (sandbar_text){json.bytes + at, end - at};
            return true;
        }
        at = sandbar_json_space(json, end);
        if (at >= json.size || json.bytes[at] != ',') return false;
    }
}

/* The text of a member, without quotes; escapes stay as they are written. */
static inline bool sandbar_json_text(sandbar_text json, sandbar_text name, sandbar_text *text) {
    sandbar_text value;
    if (!sandbar_json_member(json, name, &value) || value.size < 2 || value.bytes[0] != '"') return false;
    *text = (sandbar_text){value.bytes + 1, value.size - 2};
    return true;
}

/* The number of a member. Beyond 15 digits its last bits may differ from the nearest double's. */
static inline bool sandbar_json_number(sandbar_text json, sandbar_text name, double *number) {
    sandbar_text value;
    if (!sandbar_json_member(json, name, &value)) return false;
    size_t at = 0;
    bool negative = value.bytes[0] == '-';
    if (negative) at++;
    double digits = 0, scale = 1;
    size_t first = at;
    for (; at < value.size && value.bytes[at] >= '0' && value.bytes[at] <= '9'; at++)
        digits = digits * 10 + (value.bytes[at] - '0');
    if (at == first) return false;
    if (at < value.size && value.bytes[at] == '.')
        for (at++; at < value.size && value.bytes[at] >= '0' && value.bytes[at] <= '9'; at++) {
            digits = digits * 10 + (value.bytes[at] - '0');
            scale *= 10;
        }
    int exponent = 0;
    bool small = false;
    if (at < value.size && (value.bytes[at] == 'e' || value.bytes[at] == 'E')) {
        at++;
        if (at < value.size && (value.bytes[at] == '-' || value.bytes[at] == '+')) small = value.bytes[at++] == '-';
        for (; at < value.size && value.bytes[at] >= '0' && value.bytes[at] <= '9'; at++)
            if (exponent < 1000) exponent = exponent * 10 + (value.bytes[at] - '0');
    }
    if (at != value.size) return false;
    digits /= scale;
    for (; exponent > 0; exponent--) digits = small ? digits / 10 : digits * 10;
    *number = negative ? -digits : digits;
    return true;
}

/* The parameters of the pipeline file: a JSON object. Ask in `open`, and keep what you need. */
static inline sandbar_text sandbar_parameters(void) {
    sandbar_text parameters;
    sandbar_wire_parameters(&parameters);
    return parameters;
}

/* --- Exports ------------------------------------------------------------------------------------------------------- */

static inline sandbar_text sandbar_part(const char *bytes, const uint32_t *ends, size_t count, size_t row) {
    if (count == 0) return (sandbar_text){NULL, 0};
    uint32_t start = row ? ends[row - 1] : 0;
    return (sandbar_text){bytes + start, ends[row] - start};
}

/* Exports an operator without `open`: `each` is called for each record. */
#define SANDBAR_OPERATOR(each) \
    static inline void sandbar_no_open(void) {} \
    SANDBAR_OPERATOR_WITH_OPEN(sandbar_no_open, each)

/* Exports an operator: `open` is called once before everything else, `each` for each record. */
#define SANDBAR_OPERATOR_WITH_OPEN(open, each) \
    static uint32_t sandbar_ok[4]; \
    SANDBAR_EXPORT("open") void *sandbar_export_open(void) { \
        open(); \
        return sandbar_ok; \
    } \
    SANDBAR_EXPORT("cabi_post_open") void sandbar_post_open(void *result) { \
        (void)result; \
        sandbar_kept = sandbar_top; \
    } \
    SANDBAR_EXPORT("process") \
    void *sandbar_export_process(uint32_t port, const int64_t *timestamps, size_t count, const uint32_t *key_ends, \
                                 size_t keyed, const char *keys, size_t key_bytes, const uint32_t *value_ends, \
                                 size_t valued, const char *values, size_t value_bytes, const uint32_t *header_ends, \
                                 size_t headed, const char *headers, size_t header_bytes) { \
        (void)key_bytes, (void)value_bytes, (void)header_bytes; \
        for (size_t row = 0; row < count; row++) { \
            sandbar_record record = {(uint32_t)row, port, timestamps[row], \
                                     sandbar_part(keys, key_ends, keyed, row), \
                                     sandbar_part(values, value_ends, valued, row), \
                                     sandbar_part(headers, header_ends, headed, row)}; \
            sandbar_out.row = record.row; \
            sandbar_out.timestamp = record.timestamp; \
            sandbar_out.headed = record.headers; \
            each(&record); \
        } \
        sandbar_flush(); \
        return sandbar_ok; \
    } \
    SANDBAR_EXPORT("cabi_post_process") void sandbar_post_process(void *result) { \
        (void)result; \
        sandbar_top = sandbar_kept; \
        __builtin_memset(&sandbar_out, 0, sizeof sandbar_out); \
    } \
    SANDBAR_EXPORT("close") void *sandbar_export_close(void) { return sandbar_ok; }

/* Written behind one of the two above, makes an operator that follows event time: `each` is called with each watermark
 * (no record with a timestamp below it is expected any more), and with INT64_MAX when all inputs have ended. No record is
 * in hand then: send by `sandbar_emit_record`. */
#define SANDBAR_ON_WATERMARK(each) \
    SANDBAR_EXPORT("on-watermark") void *sandbar_export_on_watermark(int64_t time) { \
        each(time); \
        sandbar_flush(); \
        return sandbar_ok; \
    } \
    SANDBAR_EXPORT("cabi_post_on-watermark") void sandbar_post_on_watermark(void *result) { \
        sandbar_post_process(result); \
    }

#endif
