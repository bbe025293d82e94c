// better-sqlite3 keeps references to strings, which Node-API allows from version 10. This header, put before its
// unmodified source, lets the same source run on Node-API 8: a value that is neither object nor function is kept
// inside a tagged array, and taken out of it when the reference is read.
#ifndef MINBER_NODE_API_8_H
#define MINBER_NODE_API_8_H

#include <node_api.h>

static const napi_type_tag minber_box_tag = {0x6d696e6265722d62ULL, 0x6f782d76616c7565ULL};

static inline napi_status minber_create_reference(napi_env env, napi_value value, uint32_t initial_refcount,
                                                  napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (type == napi_object || type == napi_function || type == napi_external) {
    return napi_create_reference(env, value, initial_refcount, result);
  }
  napi_value box;
  if ((status = napi_create_array_with_length(env, 1, &box)) != napi_ok) return status;
  if ((status = napi_set_element(env, box, 0, value)) != napi_ok) return status;
  if ((status = napi_type_tag_object(env, box, &minber_box_tag)) != napi_ok) return status;
  return napi_create_reference(env, box, initial_refcount, result);
}

static inline napi_status minber_unbox(napi_env env, napi_value* value) {
  bool boxed = false;
  napi_status status = napi_check_object_type_tag(env, *value, &minber_box_tag, &boxed);
  if (status != napi_ok || !boxed) return status;
  return napi_get_element(env, *value, 0, value);
}

static inline napi_status minber_get_reference_value(napi_env env, napi_ref reference, napi_value* result) {
  napi_status status = napi_get_reference_value(env, reference, result);
  if (status != napi_ok || *result == nullptr) return status;
  napi_valuetype type;
  if ((status = napi_typeof(env, *result, &type)) != napi_ok || type != napi_object) return status;
  status = minber_unbox(env, result);
  if (status != napi_pending_exception) return status;

  // Reading a reference must work while an exception is on its way, as the function replaced here does.
  napi_value exception;
  if ((status = napi_get_and_clear_last_exception(env, &exception)) != napi_ok) return status;
  status = minber_unbox(env, result);
  napi_throw(env, exception);
  return status;
}

#define napi_create_reference minber_create_reference
#define napi_get_reference_value minber_get_reference_value

#endif
