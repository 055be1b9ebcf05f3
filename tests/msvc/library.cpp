// What the STL has of threads, of clocks and of std::exception_ptr in a library of its own, over Windows' own. Nothing
// throws here, so that no std::exception_ptr points to anything.
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
extern "C" {
__declspec(dllimport) void abort();
__declspec(dllimport) void Sleep(unsigned long);
__declspec(dllimport) unsigned long GetCurrentThreadId();
__declspec(dllimport) unsigned long WaitForSingleObject(void*, unsigned long);
__declspec(dllimport) int CloseHandle(void*);
__declspec(dllimport) int QueryPerformanceCounter(long long*);
__declspec(dllimport) int QueryPerformanceFrequency(long long*);
__declspec(dllimport) void AcquireSRWLockExclusive(void*);
__declspec(dllimport) void ReleaseSRWLockExclusive(void*);
__declspec(dllimport) void WakeAllConditionVariable(void*);
__declspec(dllimport) int SleepConditionVariableSRW(void*, void*, unsigned long, unsigned long);

_Thrd_id_t _Thrd_id() noexcept { return GetCurrentThreadId(); }
_Thrd_result _Thrd_join(_Thrd_t thread, int*) noexcept {
    return WaitForSingleObject(thread._Hnd, 0xffffffff) == 0 && CloseHandle(thread._Hnd) ? _Thrd_result::_Success
                                                                                         : _Thrd_result::_Error;
}
void _Thrd_sleep_for(unsigned long ms) noexcept { Sleep(ms); }
_Thrd_result _Mtx_lock(_Mtx_t mutex) noexcept {
    AcquireSRWLockExclusive(&mutex->_Critical_section._M_srw_lock);
    return _Thrd_result::_Success;
}
_Thrd_result _Mtx_unlock(_Mtx_t mutex) noexcept {
    ReleaseSRWLockExclusive(&mutex->_Critical_section._M_srw_lock);
    return _Thrd_result::_Success;
}
_Thrd_result _Cnd_broadcast(_Cnd_t condition) noexcept {
    WakeAllConditionVariable(&condition->_Stl_cv._Win_cv);
    return _Thrd_result::_Success;
}
void _Cnd_do_broadcast_at_thread_exit() noexcept {}
_Thrd_result _Cnd_timedwait_for_unchecked(_Cnd_t condition, _Mtx_t mutex, unsigned ms) noexcept {
    return SleepConditionVariableSRW(&condition->_Stl_cv._Win_cv, &mutex->_Critical_section._M_srw_lock, ms, 0) != 0
               ? _Thrd_result::_Success
               : _Thrd_result::_Timedout;
}
long long _Query_perf_counter() noexcept {
    long long now = 0;
    QueryPerformanceCounter(&now);
    return now;
}
long long _Query_perf_frequency() noexcept {
    long long a_second = 0;
    QueryPerformanceFrequency(&a_second);
    return a_second;
}
}
void __ExceptionPtrCreate(void* p) noexcept { static_cast<void**>(p)[0] = static_cast<void**>(p)[1] = nullptr; }
void __ExceptionPtrDestroy(void*) noexcept {}
void __ExceptionPtrCopy(void* p, const void*) noexcept { __ExceptionPtrCreate(p); }
bool __ExceptionPtrToBool(const void*) noexcept { return false; }
void __ExceptionPtrRethrow(const void*) { abort(); }
namespace std {
void _Throw_Cpp_error(int) { abort(); }
}  // namespace std
